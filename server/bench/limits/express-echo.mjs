// @ts-check
// What HTTP alone costs: Express reads a JSON body and answers it. A program of its own, as the server is.
import express from 'express';

const app = express();
app.use(express.json());
app.post('/echo', (request, response) => void response.json(request.body));
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Expected a TCP port.');
  process.stdout.write(`Echo is ready on http://127.0.0.1:${address.port}\n`);
});
