import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { previewOf } from '../api/messages';
import { useStrings } from '../i18n/strings';
import { MessageBody } from '../message/MessageBody';
import { Failure } from '../shell/Failure';
import styles from './Preview.module.css';

/** What the board would make of the text, asked for when somebody wants to see it. */
export function Preview({ text }: { text: string }) {
  const { composer } = useStrings();
  const [shown, setShown] = useState<string | null>(null);
  const preview = useQuery({
    queryKey: ['preview', shown],
    queryFn: ({ signal }) => previewOf(shown ?? '', signal),
    enabled: Boolean(shown?.trim()),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const isOpen = shown !== null;
  const section = useRef<HTMLElement>(null);
  const refresh = () => {
    setShown(text);
    section.current?.focus();
  };
  return (
    <div>
      <Button className="link-button" aria-expanded={isOpen} onPress={() => setShown(isOpen ? null : text)}>
        {composer.preview}
      </Button>
      {isOpen && (
        <section ref={section} tabIndex={-1} className={styles.preview} aria-label={composer.preview}>
          {!shown.trim() && <p>{composer.previewEmpty}</p>}
          {preview.isLoading && <p role="status">{composer.previewLoading}</p>}
          {preview.error && <Failure error={preview.error} onRetry={preview.refetch} />}
          {preview.data !== undefined && <MessageBody message={{ body: shown, html: preview.data }} />}
          {shown !== text && (
            <Button className="link-button" onPress={refresh}>
              {composer.refreshPreview}
            </Button>
          )}
        </section>
      )}
    </div>
  );
}
