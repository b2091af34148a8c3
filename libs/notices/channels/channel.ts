/** Ways to a person outside; the inbox is none, for it is there always. */
export const channelNames = ['mail', 'sms'] as const;
export type ChannelName = (typeof channelNames)[number];

export interface Message {
  /** The same for every try: what goes out twice can be known as one. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export type Sent =
  | { readonly outcome: 'sent' }
  /** There is nobody at this address; no further try would find one. */
  | { readonly outcome: 'refused'; readonly why: string };

/** The port of every way out. Rejects where a later try may succeed. */
export interface Channel {
  readonly name: ChannelName;
  /** @throws DeliveryError */
  send(message: Message): Promise<Sent>;
  close(): void;
}

/** A delivery which failed for now. The message holds no address and nothing of what was to be said. */
export class DeliveryError extends Error {
  override readonly name = 'DeliveryError';
}
