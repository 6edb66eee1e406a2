/**
 * How often something happens in a second of one core, whatever else the machine does: rounds of a given length, the
 * slowest, the middle and the fastest.
 *
 * @param {() => unknown} once what is measured
 * @param {{ rounds?: number, milliseconds?: number }} options
 */
export async function perSecond(once, { rounds = 9, milliseconds = 400 } = {}) {
  await repeat(once, milliseconds);
  const rates = [];
  for (let round = 0; round < rounds; round++) rates.push(await repeat(once, milliseconds));
  return spread(rates);
}

async function repeat(once, milliseconds) {
  const start = process.cpuUsage();
  let count = 0;
  let passed = 0;
  while (passed < milliseconds) {
    for (let batch = 0; batch < 20; batch++) await once();
    count += 20;
    const { user, system } = process.cpuUsage(start);
    passed = (user + system) / 1000;
  }
  return (count / passed) * 1000;
}

/**
 * How many milliseconds something takes.
 *
 * @param {() => unknown} once what is measured
 * @param {{ rounds?: number, warmups?: number }} options
 */
export async function milliseconds(once, { rounds = 30, warmups = 5 } = {}) {
  for (let warmup = 0; warmup < warmups; warmup++) await once();
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await once();
    times.push(performance.now() - start);
  }
  return spread(times);
}

/**
 * The smallest, the middle and the largest of some figures.
 *
 * @param {readonly number[]} figures
 */
export function spread(figures) {
  const sorted = [...figures].sort((one, other) => one - other);
  return { min: sorted[0], median: sorted[Math.floor(sorted.length / 2)], max: sorted.at(-1) };
}
