import { config } from 'zod/v4/core';

// The page's policy forbids code made from text. Zod would try at its first schema, be refused, and have it reported.
config({ jitless: true });
