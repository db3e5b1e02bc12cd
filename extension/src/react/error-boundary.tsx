import { Component, type ReactNode } from 'react'
import { ProblemNotice } from '../panel/problem-notice.tsx'
import { useServices } from './services.tsx'

interface Props {
  readonly children: ReactNode
}

/** A mistake of ours takes away what it broke and nothing else, and leaves a way to go on. */
export class ErrorBoundary extends Component<Props, { readonly error?: Error }> {
  override state: { readonly error?: Error } = {}

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return <Broken error={error} onAgain={() => this.setState({ error: undefined })} />
  }
}

function Broken({ error, onAgain }: { readonly error: Error; onAgain(): void }) {
  const { trans } = useServices()
  const problem = {
    message: trans.__('This view broke: %1', error.message),
    remedy: trans.__('That is a mistake in Reformlab. Your reform is not touched.'),
    details: {},
  }
  return (
    <ProblemNotice problem={problem}>
      <button type="button" className="rl-Button" onClick={onAgain}>
        {trans.__('Show again')}
      </button>
    </ProblemNotice>
  )
}
