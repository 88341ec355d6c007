import { useStrings } from '../i18n/strings';
import styles from './StaleNotice.module.css';

/** A cache on the way answered, because the board could not. */
export function StaleNotice() {
  const { list } = useStrings();
  return (
    <p className={styles.notice} role="status">
      <b>{list.stale}.</b> {list.staleDetail}
    </p>
  );
}
