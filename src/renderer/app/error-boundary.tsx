import { Component, type ReactNode } from 'react'
import { ScreenError } from './screen-error.tsx'

type Properties = { readonly children: ReactNode; readonly isWhole: boolean }
type State = { readonly failed: { readonly error: unknown } | undefined }

/** Keeps a fault of one screen from taking the others with it. A class, because React has no other way to catch a fault in drawing. */
export class ErrorBoundary extends Component<Properties, State> {
  override state: State = { failed: undefined }

  static getDerivedStateFromError(error: unknown): State {
    return { failed: { error } }
  }

  readonly retry = () => this.setState({ failed: undefined })

  override render(): ReactNode {
    const { failed } = this.state
    return failed === undefined ? this.props.children : <ScreenError isWhole={this.props.isWhole} error={failed.error} onRetry={this.retry} />
  }
}
