// Bun's own publish: one text to every subscriber. Listens on 127.0.0.1:PORT; says "ready" when it does.
// A message "publish <bytes>" from any connection sends that many bytes to all phones; phones are the connections to
// /phone.
const texts = new Map();

function text(bytes) {
  if (!texts.has(bytes)) texts.set(bytes, 'x'.repeat(bytes));
  return texts.get(bytes);
}

const server = Bun.serve({
  hostname: '127.0.0.1',
  port: Number(process.env.PORT),
  fetch(request, bun) {
    const phone = new URL(request.url).pathname === '/phone';
    return bun.upgrade(request, { data: { phone } }) ? undefined : new Response('WebSocket only', { status: 426 });
  },
  websocket: {
    idleTimeout: 0,
    open(socket) {
      if (socket.data.phone) socket.subscribe('room');
      socket.send('{}');
    },
    message(socket, message) {
      const [command, bytes] = String(message).split(' ');
      if (command === 'publish') server.publish('room', text(Number(bytes)));
    },
  },
});
console.log('ready');
