import { type Ref, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Message } from '../api/messages';
import { useStrings } from '../i18n/strings';
import { useAnnounce } from '../shell/Announcer';
import { useBoardConfig } from '../shell/useBoardConfig';
import { useDeletions } from './Deletions';
import styles from './MessageActions.module.css';
import { rightsOver, tokenOf } from './ownMessages';
import { ReportForm } from './ReportForm';

interface MessageActionsProps {
  message: Message;
  onReply?: (() => void) | undefined;
  onEdit: () => void;
}

/** What this reader may do with a message, as a row of quiet buttons. */
export function MessageActions({ message, onReply, onEdit }: MessageActionsProps) {
  const strings = useStrings();
  const { start } = useDeletions();
  const announce = useAnnounce();
  const [isReporting, setReporting] = useState(false);
  const config = useBoardConfig();
  const rights = rightsOver(message, tokenOf(message.id), config, new Date());
  const isReportable = config.moderation && tokenOf(message.id) === undefined;
  const reportButton = useRef<HTMLButtonElement>(null);
  const backToReport = () => reportButton.current?.focus();
  const cancelReport = () => {
    setReporting(false);
    backToReport();
  };
  const remove = () => {
    start(message);
    announce(strings.deletion.deleted);
  };
  return (
    <>
      <fieldset className={styles.actions} aria-label={strings.message.actionsFor(message.author)}>
        {onReply && <Action label={strings.message.reply} onPress={onReply} />}
        {rights.edit && <Action label={strings.message.edit} onPress={onEdit} />}
        {rights.delete && <Action label={strings.deletion.action} onPress={remove} />}
        {isReportable && (
          <Action
            ref={reportButton}
            label={strings.message.report}
            isExpanded={isReporting}
            onPress={() => setReporting(!isReporting)}
          />
        )}
        <CopyLink id={message.id} />
      </fieldset>
      {isReporting && <ReportForm message={message} onSent={backToReport} onCancel={cancelReport} />}
    </>
  );
}

interface ActionProps {
  ref?: Ref<HTMLButtonElement>;
  label: string;
  isExpanded?: boolean;
  onPress: () => void;
}

function Action({ ref, label, isExpanded, onPress }: ActionProps) {
  const expanded = isExpanded === undefined ? {} : { 'aria-expanded': isExpanded };
  return (
    <Button ref={ref ?? null} className={styles.action ?? ''} {...expanded} onPress={onPress}>
      {label}
    </Button>
  );
}

/** Browsers have a clipboard over HTTPS only; the time of a message is its link everywhere. */
function CopyLink({ id }: { id: string }) {
  const { message } = useStrings();
  const announce = useAnnounce();
  const [isCopied, setCopied] = useState(false);
  if (!navigator.clipboard) return null;
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(`#m-${id}`, window.location.href).href);
    setCopied(true);
    announce(message.linkCopied);
  };
  return <Action label={isCopied ? message.linkCopied : message.copyLink} onPress={copy} />;
}
