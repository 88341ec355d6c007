import { useQuery } from '@tanstack/react-query';
import type { AdminApi } from '../api/admin';
import { Failure } from '../shell/Failure';
import { PendingButton } from '../shell/PendingButton';
import styles from './Moderation.module.css';
import type { ModerationStrings } from './strings';
import { useDeal } from './useDeal';
import { WordForm } from './WordForm';

/** The words that make a message wait for a moderator. */
export function HeldWords({ api, strings }: { api: AdminApi; strings: ModerationStrings }) {
  const { data, error, refetch, isFetching } = useQuery({
    queryKey: ['moderation', 'words'],
    queryFn: api.words,
  });
  // The API takes the list as a whole. It is read again each time, for what another moderator added meanwhile.
  const change = async (to: (words: string[]) => string[]) => api.replaceWords(to(await api.words()));
  const { deal, top } = useDeal(
    (word: string) => change((words) => words.filter((other) => other !== word)),
    strings.done,
  );
  return (
    <section ref={top} tabIndex={-1} aria-label={strings.view.words} className={styles.queue}>
      <WordForm strings={strings} onAdd={(word) => change((words) => [...words, word])} />
      {error && <Failure error={error} onRetry={refetch} isRetrying={isFetching} />}
      {deal.error && <Failure error={deal.error} />}
      {data?.length === 0 && <p className={styles.empty}>{strings.emptyWords}</p>}
      {data && data.length > 0 && (
        <ul className={styles.words}>
          {data.map((word) => (
            <li key={word}>
              <span dir="auto">{word}</span>
              <PendingButton
                className="link-button"
                isPending={deal.isPending && deal.variables === word}
                onPress={() => deal.mutate(word)}
                aria-label={`${strings.removeWord} ${word}`}
              >
                {strings.removeWord}
              </PendingButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
