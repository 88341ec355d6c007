import { useStrings } from '../i18n/strings';
import styles from './Skeleton.module.css';

/** Stands in for messages that are on their way; its style shows it only to those who wait noticeably. */
export function Skeleton() {
  const { list } = useStrings();
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">{list.loading}</span>
      <i />
      <i />
      <i />
    </div>
  );
}
