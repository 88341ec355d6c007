import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, Input, Label, TextField } from 'react-aria-components';
import { ApiError } from '../api/ApiError';
import { type Message, reportMessage } from '../api/messages';
import { useStrings } from '../i18n/strings';
import { useAnnounce } from '../shell/Announcer';
import { Failure } from '../shell/Failure';
import { PendingButton } from '../shell/PendingButton';
import styles from './InlineForm.module.css';

interface ReportFormProps {
  message: Message;
  onSent: () => void;
  onCancel: () => void;
}

/** Tells the moderators about a message. Who has done so before is thanked again. */
export function ReportForm({ message, onSent, onCancel }: ReportFormProps) {
  const strings = useStrings();
  const announce = useAnnounce();
  const [reason, setReason] = useState('');
  const report = useMutation({
    mutationFn: () =>
      reportMessage(message.id, reason.trim()).catch((error: unknown) => {
        if (!(error instanceof ApiError && error.status === 409)) throw error;
      }),
    onSuccess: () => {
      announce(strings.message.reported);
      onSent();
    },
  });
  if (report.isSuccess) return <p className={styles.done}>{strings.message.reported}</p>;
  const send = () => report.mutate();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <TextField value={reason} onChange={setReason} maxLength={500} autoFocus isRequired>
        <Label className={styles.label ?? ''}>{strings.message.reportReason}</Label>
        <Input className={styles.input ?? ''} dir="auto" />
      </TextField>
      {report.error && <Failure error={report.error} onRetry={send} isRetrying={report.isPending} />}
      <div className={styles.buttons}>
        <Button className="button" onPress={onCancel}>
          {strings.message.cancel}
        </Button>
        <PendingButton type="submit" className="button primary" isPending={report.isPending}>
          {strings.message.sendReport}
        </PendingButton>
      </div>
    </form>
  );
}
