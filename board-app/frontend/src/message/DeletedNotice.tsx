import { Button } from 'react-aria-components';
import type { Message } from '../api/messages';
import { useStrings } from '../i18n/strings';
import { Failure } from '../shell/Failure';
import styles from './DeletedNotice.module.css';
import { useDeletions } from './Deletions';

interface DeletedNoticeProps {
  message: Message;
  error?: Error | undefined;
  onKept: () => void;
}

/** Stands where a deleted message stood, as long as it can be brought back; says so if it could not be deleted. */
export function DeletedNotice({ message, error, onKept }: DeletedNoticeProps) {
  const { deletion } = useStrings();
  const { undo, finish } = useDeletions();
  const keep = () => {
    undo(message);
    onKept();
  };
  if (error) {
    return (
      <Failure error={error} title={deletion.failed} onRetry={() => finish(message)}>
        <Button className="link-button" onPress={keep}>
          {deletion.keep}
        </Button>
      </Failure>
    );
  }
  return (
    <div className={styles.notice}>
      <p>{deletion.deleted}</p>
      <Button className="button" autoFocus onPress={keep}>
        {deletion.undo}
      </Button>
    </div>
  );
}
