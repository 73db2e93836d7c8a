import { readKept, writeKept } from '../tab-storage'
import type { Invitation } from './invitation'

/** Sessions of others at which this person is in this tab. An invitation opens nothing by itself: the server knows who has redeemed it. */
export const keptGuests = () => readKept<Invitation[]>('guests') ?? []

const others = (id: string) => keptGuests().filter((guest) => guest.id !== id)

export const keepGuest = (invitation: Invitation) => writeKept('guests', [...others(invitation.id), invitation])
export const forgetGuest = (id: string) => writeKept('guests', others(id))
