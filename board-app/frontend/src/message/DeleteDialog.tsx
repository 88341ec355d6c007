import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Message } from '../api/messages';
import { useStrings } from '../i18n/strings';
import { Failure } from '../shell/Failure';
import styles from './DeleteDialog.module.css';
import { useDeleteMessage } from './useMessages';

interface DeleteDialogProps {
  message: Message;
  onClose: () => void;
  onDeleted: (message: Message) => void;
}

/** Asks before a message is deleted, and stays open until it is. */
export function DeleteDialog({ message, onClose, onDeleted }: DeleteDialogProps) {
  const { deletion } = useStrings();
  const removal = useDeleteMessage();
  const confirm = () => removal.mutate(message.id, { onSuccess: () => onDeleted(message) });
  return (
    <ModalOverlay
      className={styles.overlay ?? ''}
      isOpen
      isKeyboardDismissDisabled={removal.isPending}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className={styles.modal ?? ''}>
        <Dialog className={styles.dialog ?? ''} role="alertdialog" aria-describedby="delete-detail">
          <Heading slot="title" className={styles.heading ?? ''}>
            {deletion.heading}
          </Heading>
          <blockquote className={styles.quote}>
            <b dir="auto">{message.author}</b>
            <p dir="auto">{message.body}</p>
          </blockquote>
          <p id="delete-detail">{deletion.detail}</p>
          {removal.error && <Failure error={removal.error} />}
          <div className={styles.actions}>
            <Button className="button" autoFocus isDisabled={removal.isPending} onPress={onClose}>
              {deletion.cancel}
            </Button>
            <Button className="button danger" isPending={removal.isPending} onPress={confirm}>
              {removal.isPending ? deletion.deleting : deletion.confirm}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
