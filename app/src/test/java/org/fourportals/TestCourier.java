package org.fourportals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.fourportals.base.MessageSignature;

/** A courier outside the city: keeps what it is told, answers as a test wants, and tells signed events. */
public final class TestCourier {

    public static final String NAME = "通达快递";

    private final KeyPair keys;
    private final HttpServer server;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private volatile int answers = 200;

    /** A message as it came. */
    public record Told(String path, String id, String digest, String input, String signature, String body) {
    }

    TestCourier() {
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", this::hear);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/v1/";
    }

    /** Its public key, X.509 in base64. */
    String key() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    public void answer(int status) {
        answers = status;
    }

    public List<Told> told() {
        return told;
    }

    private void hear(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        told.add(new Told(exchange.getRequestURI().getPath(), headers.getFirst("Message-Id"), headers.getFirst("Content-Digest"),
                headers.getFirst("Signature-Input"), headers.getFirst("Signature"), new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        exchange.sendResponseHeaders(answers, -1);
        exchange.close();
    }

    /** Tells an event as it should. */
    public HttpResponse<String> tell(String id, String json) {
        return tell(id, json, Instant.now(TestCity.clock()), keys);
    }

    /** @param by whose key signs it */
    public HttpResponse<String> tell(String id, String json, Instant signed, KeyPair by) {
        byte[] content = json.getBytes(StandardCharsets.UTF_8);
        MessageSignature signature = MessageSignature.sign("POST", "/api/delivery/events", content, "event-id", id, signed, "courier", by.getPrivate());
        return post(HttpRequest.newBuilder().header("Event-Id", id).header("Content-Digest", MessageSignature.digestOf(content))
                .header("Signature-Input", signature.inputHeader()).header("Signature", signature.signatureHeader()), content);
    }

    /** Posts something else to where it tells its events. */
    public static HttpResponse<String> post(HttpRequest.Builder request, byte[] content) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.uri(URI.create(TestCity.address() + "/api/delivery/events")).POST(HttpRequest.BodyPublishers.ofByteArray(content)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
