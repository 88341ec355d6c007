import { useStrings } from '../i18n/strings';
import styles from './EmptyState.module.css';

export function EmptyState() {
  const { list } = useStrings();
  return (
    <div className={styles.empty}>
      <svg className={styles.picture} viewBox="0 0 48 40" aria-hidden="true">
        <path d="M10 3h28a7 7 0 0 1 7 7v13a7 7 0 0 1-7 7H23l-9 7v-7h-4a7 7 0 0 1-7-7V10a7 7 0 0 1 7-7Z" />
        <path d="M14 13h20M14 20h12" />
      </svg>
      <p className={styles.title}>{list.empty}</p>
      <p>{list.emptyDetail}</p>
    </div>
  );
}
