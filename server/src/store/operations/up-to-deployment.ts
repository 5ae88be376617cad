/**
 * What the binding `deployment` means: the version that was there when the deployment (the parameter) was done, which is its own or, for a file that it
 * brought unchanged, the one from before. Keys grow with time. The highest version among them is the one.
 */
export const upToDeployment = 'deployment_key <= ?';
