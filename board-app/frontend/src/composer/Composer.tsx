import { valibotResolver } from '@hookform/resolvers/valibot';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { useForm } from 'react-hook-form';
import type { NewMessage } from '../api/messages';
import { useStrings } from '../i18n/strings';
import { usePostMessage } from '../message/useMessages';
import { useAnnounce } from '../shell/Announcer';
import styles from './Composer.module.css';
import { loadDraft, saveDraft } from './draft';
import { Field } from './Field';
import { AUTHOR_LIMIT, BODY_LIMIT, newMessageSchema } from './newMessage';
import { PostFailure } from './PostFailure';
import { fieldErrorsOf } from './refusal';
import { ShortcutHint } from './ShortcutHint';
import { isPostShortcut } from './shortcut';

/** Where a message is written. Its text outlives errors and reloads: only a successful post empties it. */
export function Composer() {
  const strings = useStrings();
  const { composer } = strings;
  const announce = useAnnounce();
  const post = usePostMessage();
  const inFlight = useRef(false);
  const form = useForm<NewMessage>({
    defaultValues: loadDraft(),
    resolver: valibotResolver(newMessageSchema(strings)),
  });
  const { control, handleSubmit, reset, setError, setFocus, watch } = form;

  useEffect(() => {
    const subscription = watch((draft) => saveDraft(draft));
    return () => subscription.unsubscribe();
  }, [watch]);

  const send = async (message: NewMessage) => {
    if (inFlight.current) return;
    inFlight.current = true;
    try {
      await post.mutateAsync(message);
      reset({ author: message.author, body: '' }, { keepFieldsRef: true });
      setFocus('body');
      announce(composer.posted);
    } catch (error) {
      fieldErrorsOf(error).forEach(([field, text], index) => {
        setError(field, { message: text }, { shouldFocus: index === 0 });
      });
    } finally {
      inFlight.current = false;
    }
  };
  const submit = handleSubmit(send);

  return (
    <form
      className={styles.composer}
      aria-labelledby="composer-heading"
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => isPostShortcut(event.nativeEvent) && submit(event)}
    >
      <h2 id="composer-heading" className="visually-hidden">
        {composer.heading}
      </h2>
      <Field
        control={control}
        name="author"
        label={composer.author}
        limit={AUTHOR_LIMIT}
        isReadOnly={post.isPending}
        autoComplete="nickname"
      />
      <Field
        control={control}
        name="body"
        label={composer.body}
        limit={BODY_LIMIT}
        isReadOnly={post.isPending}
        multiline
      />
      {post.error && <PostFailure error={post.error} onRetry={submit} />}
      <div className={styles.actions}>
        <ShortcutHint />
        <Button type="submit" className="button primary" isPending={post.isPending}>
          {post.isPending ? composer.posting : composer.post}
        </Button>
      </div>
    </form>
  );
}
