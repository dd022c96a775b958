package dev.seeded.internal.secondjvm;

import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** What two JVMs of one machine send each other. Either can be closed by the end of the other. */
final class Channel implements AutoCloseable {

    /** Whoever can write here could have any class made that can be read. */
    private static final ObjectInputFilter FILTER =
            ObjectInputFilter.Config.createFilter("java.base/*;dev.seeded.internal.**;!*");

    private final Socket socket;
    private final ObjectOutputStream sent;
    private final ObjectInputStream received;

    Channel(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        // The other side waits for what this one begins with.
        sent = new ObjectOutputStream(socket.getOutputStream());
        sent.flush();
        received = new ObjectInputStream(socket.getInputStream());
        received.setObjectInputFilter(FILTER);
    }

    /** Connects to the JVM that listens, and shows the token that it gave. */
    static Channel to(int port, String token) throws IOException {
        Socket socket = new Socket(Proxy.NO_PROXY);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream().write(token.getBytes(StandardCharsets.US_ASCII));
        return new Channel(socket);
    }

    /** Returns whether the first that comes is the token. */
    static boolean isGreeted(Socket socket, String token) throws IOException {
        return new String(socket.getInputStream().readNBytes(token.length()), StandardCharsets.US_ASCII).equals(token);
    }

    synchronized void send(Object something) throws IOException {
        sent.writeObject(something);
        // Keeps no reference to what was sent.
        sent.reset();
        sent.flush();
    }

    /** Waits for what the other side sends. */
    Object receive() throws IOException, ClassNotFoundException {
        return received.readObject();
    }

    /**
     * Waits for what the other side sends.
     *
     * @throws java.net.SocketTimeoutException if it sends nothing in that time
     */
    Object receive(Duration patience) throws IOException, ClassNotFoundException {
        socket.setSoTimeout((int) Math.min(Math.max(1, patience.toMillis()), Integer.MAX_VALUE));
        return received.readObject();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException closed) {
            // The other side has ended.
        }
    }
}
