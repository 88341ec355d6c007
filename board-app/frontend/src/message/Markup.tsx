import DOMPurify from 'dompurify';
import { useMemo } from 'react';
import styles from './Markup.module.css';

const ALLOWED_TAGS = ['p', 'br', 'em', 'strong', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a'];

/** The one place where markup becomes part of the page: the server has cleaned it, and it is cleaned again here. */
export default function Markup({ id, html }: { id?: string | undefined; html: string }) {
  const clean = useMemo(() => sanitized(html), [html]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: this is what the page asks Trusted Types for
  return <div id={id} className={styles.markup} dir="auto" dangerouslySetInnerHTML={{ __html: clean }} />;
}

function sanitized(html: string): string {
  const clean = DOMPurify.sanitize(html, {
    ALLOWED_TAGS,
    ALLOWED_ATTR: ['href', 'rel'],
    ALLOWED_URI_REGEXP: /^(?:https?|mailto):/i,
    RETURN_TRUSTED_TYPE: true,
  });
  // React hands it on untouched; its type knows strings only.
  return clean as unknown as string;
}
