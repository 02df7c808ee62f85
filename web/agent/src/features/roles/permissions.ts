import type { Role } from '@/api/types';

/** Every permission the server knows, by the role that has them all: a newer server's are shown as well. */
export const knownPermissions = (roles: Role[]) => roles.find((role) => role.built_in && role.name === 'owner')?.permissions ?? [];
