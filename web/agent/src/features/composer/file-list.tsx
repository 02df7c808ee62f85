import { CloseButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '@/api/types';
import { FileIcon, sizeText } from '@/kit/files';
import type { Uploading } from './use-files';
import classes from './composer.module.css';

interface Props {
  files: Attachment[];
  uploading: Uploading[];
  remove: (id: string) => void;
}

export function FileList({ files, uploading, remove }: Props) {
  const { t, i18n } = useTranslation();
  if (files.length + uploading.length === 0) return null;
  return (
    <ul className={classes.files}>
      {files.map((file) => (
          <li key={file.id} className={classes.file}>
            <FileIcon type={file.type} size={16} />
            <span className={classes.fileName} title={file.name}>{file.name}</span>
            <span className={classes.fileSize}>{sizeText(file.size, i18n.language)}</span>
            <CloseButton size={20} aria-label={t('composer.file_remove', { name: file.name })} onClick={() => { remove(file.id); }} />
          </li>
      ))}
      {uploading.map((file) => (
        <li key={file.key} className={classes.file}>
          <progress value={file.share} max={1} aria-label={t('composer.uploading', { name: file.name })} />
          <span className={classes.fileName} title={file.name}>{file.name}</span>
          <CloseButton size={20} aria-label={t('composer.file_remove', { name: file.name })} onClick={file.stop} />
        </li>
      ))}
    </ul>
  );
}
