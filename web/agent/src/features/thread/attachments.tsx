import { useTranslation } from 'react-i18next';
import type { Attachment } from '@/api/types';
import { FileIcon, isPicture, sizeText } from '@/kit/files';
import classes from './thread.module.css';

function FileChip({ file }: { file: Attachment }) {
  const { i18n } = useTranslation();
  return (
    <a className={classes.file} href={file.url} download={file.name} title={file.name}>
      <FileIcon type={file.type} size={18} />
      <span className={classes.fileName}>{file.name}</span>
      <span className={classes.fileSize}>{sizeText(file.size, i18n.language)}</span>
    </a>
  );
}

export function Attachments({ files }: { files: Attachment[] }) {
  const { t } = useTranslation();
  const shown = files.filter((file) => !file.inline);
  if (shown.length === 0) return null;
  const pictures = shown.filter((file) => isPicture(file.type));
  const others = shown.filter((file) => !isPicture(file.type));
  return (
    <div className={classes.files} role="group" aria-label={t('message.attachments')}>
      {pictures.map((file) => (
        <a key={file.id} className={classes.picture} href={file.url} target="_blank" rel="noopener" title={file.name}>
          <img src={file.url} alt={file.name} loading="lazy" />
        </a>
      ))}
      {others.map((file) => (
        <FileChip key={file.id} file={file} />
      ))}
    </div>
  );
}
