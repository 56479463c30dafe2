/** Waits for the others at the gate, then asks for the device's id: for the test of many first starts at once. */
import { parentPort, workerData } from 'node:worker_threads';
import { makeDevice } from '../../src/store/device/device.ts';

const { data, proposal, gate } = workerData as { data: string; proposal: string; gate: Int32Array };
Atomics.wait(gate, 0, 0);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is no window
parentPort?.postMessage(makeDevice(data, 'this', proposal));
