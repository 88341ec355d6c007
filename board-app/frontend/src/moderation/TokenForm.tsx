import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Input, Label, Text, TextField } from 'react-aria-components';
import { ApiError } from '../api/ApiError';
import { adminApi } from '../api/admin';
import composer from '../composer/Composer.module.css';
import fields from '../composer/Field.module.css';
import { Failure } from '../shell/Failure';
import type { ModerationStrings } from './strings';

interface TokenFormProps {
  strings: ModerationStrings;
  onToken: (token: string) => void;
}

/** Asks for the token and tries it. */
export function TokenForm({ strings, onToken }: TokenFormProps) {
  const [token, setToken] = useState('');
  const attempt = useMutation({
    mutationFn: () => adminApi(token.trim()).list('pending'),
    onSuccess: () => onToken(token.trim()),
  });
  const isRefused = attempt.error instanceof ApiError && [401, 403].includes(attempt.error.status ?? 0);
  return (
    <form
      className={composer.composer}
      onSubmit={(event) => {
        event.preventDefault();
        attempt.mutate();
      }}
    >
      <TextField type="password" value={token} onChange={setToken} autoComplete="off" isRequired autoFocus>
        <Label className={fields.label ?? ''}>{strings.token}</Label>
        <Input className={fields.input ?? ''} />
        <Text slot="description" className={fields.below ?? ''}>
          {strings.tokenHint}
        </Text>
      </TextField>
      {attempt.error && <Failure error={attempt.error} title={isRefused ? strings.wrongToken : undefined} />}
      <div className={composer.actions}>
        <Button type="submit" className="button primary">
          {strings.enter}
        </Button>
      </div>
    </form>
  );
}
