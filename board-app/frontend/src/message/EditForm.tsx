import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Button, FieldError, Label, TextArea, TextField } from 'react-aria-components';
import { ApiError } from '../api/ApiError';
import { type Message, readMessage } from '../api/messages';
import { fieldErrorsOf } from '../composer/refusal';
import { isPostShortcut } from '../composer/shortcut';
import { useStrings } from '../i18n/strings';
import { useAnnounce } from '../shell/Announcer';
import { Failure } from '../shell/Failure';
import { PendingButton } from '../shell/PendingButton';
import styles from './InlineForm.module.css';
import { useEditMessage } from './useWrites';

/** Changes the text of one's own message, unless it was changed elsewhere since it was opened. */
export function EditForm({ message, onDone }: { message: Message; onDone: () => void }) {
  const strings = useStrings();
  const announce = useAnnounce();
  const [text, setText] = useState(message.body);
  const field = useRef<HTMLTextAreaElement>(null);
  const edit = useEditMessage();
  const current = useQuery({
    queryKey: ['message', message.id, 'edited'],
    queryFn: ({ signal }) => readMessage(message.id, signal),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  useEffect(() => {
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
  }, []);
  const save = () => {
    if (text === message.body) return onDone();
    if (edit.isPending) return;
    const state = current.data ?? current.refetch({ cancelRefetch: false, throwOnError: true });
    const tag = Promise.resolve(state).then((found) => ('tag' in found ? found.tag : found.data?.tag));
    const saved = () => {
      announce(strings.message.saved);
      onDone();
    };
    edit.mutate({ id: message.id, body: text, tag }, { onSuccess: saved });
  };
  const refusal = fieldErrorsOf(edit.error).find(([field]) => field === 'body')?.[1];
  const isOutdated = edit.error instanceof ApiError && edit.error.status === 412;
  const failure = current.error ?? (refusal ? null : edit.error);
  const retry = () => {
    if (current.error || isOutdated) void current.refetch().then(() => edit.reset());
    else save();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
        else if (isPostShortcut(event.nativeEvent)) save();
      }}
    >
      <TextField value={text} onChange={setText} isInvalid={refusal !== undefined} autoFocus>
        <Label className={styles.label ?? ''}>{strings.message.editLabel}</Label>
        <TextArea ref={field} className={styles.input ?? ''} dir="auto" rows={3} />
        <FieldError className={styles.error ?? ''}>{refusal}</FieldError>
      </TextField>
      {failure && (
        <Failure
          error={failure}
          title={isOutdated ? strings.message.changedMeanwhile : undefined}
          onRetry={retry}
          isRetrying={current.isFetching || edit.isPending}
        />
      )}
      <div className={styles.buttons}>
        <Button className="button" onPress={onDone}>
          {strings.message.cancel}
        </Button>
        <PendingButton type="submit" className="button primary" isPending={edit.isPending}>
          {edit.isPending ? strings.message.saving : strings.message.save}
        </PendingButton>
      </div>
    </form>
  );
}
