// @ts-check
// A worker as users have it: Camunda's client in a process of its own. It says which jobs it completed, and which it was refused, a line for each.
import createCamundaClient from '@camunda8/orchestration-cluster-api';

const [address = '', jobType = '', name = '', lockMs = ''] = process.argv.slice(2);
const client = createCamundaClient({
  config: { CAMUNDA_REST_ADDRESS: address, CAMUNDA_SDK_LOG_LEVEL: 'silent' },
});
client.createJobWorker({
  jobType,
  workerName: name,
  jobTimeoutMs: Number(lockMs),
  maxParallelJobs: 16,
  jobHandler: async (job) => {
    try {
      const receipt = await job.complete({ by: name });
      process.stdout.write(`done ${job.jobKey}\n`);
      return receipt;
    } catch (error) {
      process.stdout.write(`refused ${job.jobKey} ${String(error).replaceAll('\n', ' ').slice(0, 300)}\n`);
      throw error;
    }
  },
});
process.stdout.write('ready\n');
