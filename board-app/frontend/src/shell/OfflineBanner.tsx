import { onlineManager } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { useStrings } from '../i18n/strings';
import styles from './OfflineBanner.module.css';

/** Says why nothing moves; what is being written is kept, and sent only by its writer. */
export function OfflineBanner() {
  const { shell } = useStrings();
  const isOnline = useSyncExternalStore(
    (onChange) => onlineManager.subscribe(onChange),
    () => onlineManager.isOnline() && navigator.onLine,
  );
  if (isOnline) return null;
  return (
    <p className={styles.banner} role="status">
      <b>{shell.offline}.</b> {shell.offlineDetail}
    </p>
  );
}
