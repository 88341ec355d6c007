import { useQuery } from '@tanstack/react-query';
import { fetchBoardConfig } from '../api/boardConfig';
import { useStrings } from '../i18n/strings';
import styles from './Header.module.css';

/** The board's name. Its place is kept while the name is on its way, so that nothing moves. */
export function Header() {
  const { shell } = useStrings();
  const config = useQuery({
    queryKey: ['config'],
    queryFn: fetchBoardConfig,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const title = config.isPending ? '' : config.data?.title || shell.defaultTitle;
  return (
    <header className={styles.header}>
      <title>{title || shell.defaultTitle}</title>
      <img className={styles.mark} src="/favicon.svg" alt="" width="36" height="36" />
      <h1 className={styles.title} dir="auto">
        {title}
      </h1>
    </header>
  );
}
