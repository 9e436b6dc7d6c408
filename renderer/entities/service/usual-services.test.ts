import { describe, expect, it } from 'vitest';
import { PRACTICE_KINDS } from '#shared/domain/practice.ts';
import { serviceSchema } from '#shared/domain/service.ts';
import { LANGUAGES } from '#shared/domain/values.ts';
import { usualServices } from './usual-services.ts';

describe.each(PRACTICE_KINDS)('what a practice of kind %s usually offers', (kind) => {
  it('is the same in every language, each in its own words', async () => {
    const all = await Promise.all(LANGUAGES.map((language) => usualServices(kind, language)));
    const models = all.map((services) => services.map(({ feeModel }) => feeModel));
    expect(new Set(models.map((one) => one.join())).size).toBe(1);
    expect(all[0]?.length).toBeGreaterThanOrEqual(6);
    for (const services of all) {
      expect(services.every((service) => serviceSchema.safeParse(service).success)).toBe(true);
      expect(new Set(services.map(({ name }) => name)).size).toBe(services.length);
    }
    const russian = all[LANGUAGES.indexOf('ru')] ?? [];
    expect(russian.every(({ name, unit }) => !/[a-z]/i.test(name + unit))).toBe(true);
  });
});
