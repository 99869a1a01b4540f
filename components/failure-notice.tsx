import { CauseText } from './cause-text.tsx';
import { Button, Notice } from './parts.tsx';
import type { SendFailure } from './send.ts';
import { texts } from './texts.ts';

interface FailureNoticeProps {
  readonly failure: SendFailure;
  readonly onTryAgain: () => void;
}

/** The background does not answer, or says why it cannot. */
export function FailureNotice({ failure, onTryAgain }: FailureNoticeProps) {
  return (
    <Notice tone="attention">
      {failure === 'noAnswer' ? <p>{texts.setup.failed}</p> : <CauseText cause={failure} />}
      <Button look="plain" onClick={onTryAgain}>
        {texts.setup.tryAgain}
      </Button>
    </Notice>
  );
}
