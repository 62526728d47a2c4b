import { Component, type ReactNode } from 'react'

type Properties = { readonly children: ReactNode; readonly fallback: (error: unknown, retry: () => void) => ReactNode }
type State = { readonly failed: { readonly error: unknown } | undefined }

/** Keeps a fault of one screen from taking the others with it. A class, because React has no other way to catch a fault in drawing. */
export class ErrorBoundary extends Component<Properties, State> {
  override state: State = { failed: undefined }

  static getDerivedStateFromError(error: unknown): State {
    return { failed: { error } }
  }

  override render(): ReactNode {
    const { failed } = this.state
    return failed === undefined ? this.props.children : this.props.fallback(failed.error, () => this.setState({ failed: undefined }))
  }
}
