import { useState } from 'react';
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components';
import { ApiError } from '../api/ApiError';
import composer from '../composer/Composer.module.css';
import fields from '../composer/Field.module.css';
import { Failure } from '../shell/Failure';
import { PendingButton } from '../shell/PendingButton';
import type { ModerationStrings } from './strings';
import { useDeal } from './useDeal';

interface WordFormProps {
  strings: ModerationStrings;
  onAdd: (word: string) => Promise<unknown>;
}

/** Takes one word after the other; a refused one stays where it can be mended. */
export function WordForm({ strings, onAdd }: WordFormProps) {
  const [word, setWord] = useState('');
  const { deal } = useDeal(onAdd, strings.done, () => setWord(''));
  const { error, isPending } = deal;
  const refusals = error instanceof ApiError ? (error.problem.errors ?? []) : [];
  const submit = () => {
    if (!isPending) deal.mutate(word);
  };
  return (
    <form
      className={composer.composer}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        value={word}
        onChange={setWord}
        isReadOnly={isPending}
        isInvalid={refusals.length > 0}
        validationBehavior="aria"
        autoComplete="off"
      >
        <Label className={fields.label ?? ''}>{strings.word}</Label>
        <Input className={fields.input ?? ''} dir="auto" />
        <div className={fields.below}>
          <FieldError className={fields.error ?? ''}>
            {refusals.map(({ message }) => message).join(' ')}
          </FieldError>
          <Text slot="description">{strings.wordHint}</Text>
        </div>
      </TextField>
      {error && refusals.length === 0 && <Failure error={error} onRetry={submit} isRetrying={isPending} />}
      <div className={composer.actions}>
        <PendingButton type="submit" className="button primary" isPending={isPending}>
          {strings.addWord}
        </PendingButton>
      </div>
    </form>
  );
}
