package org.fourportals.delivery.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

import org.fourportals.base.CityTime;
import org.fourportals.base.MessageSignature;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * A carrier with an interface by HTTP: {@code POST /items} and {@code POST /pick-ups}, JSON, each signed by the city's key (RFC 9421) over method, path,
 * content and the header {@code Message-Id}. The carrier takes the same message id once.
 */
@Component
class HttpCarrier implements Carrier, DisposableBean {

    private static final String ID_HEADER = "message-id";
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);
    private static final int SAID = 200;

    private final DeliverySettings settings;
    private final CityCourierKey key;
    private final JsonMapper json;
    private final CityTime time;
    private final HttpClient client;

    HttpCarrier(DeliverySettings settings, CityCourierKey key, JsonMapper json, CityTime time) {
        this.settings = settings;
        this.key = key;
        this.json = json;
        this.time = time;
        this.client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(settings.seconds())).followRedirects(HttpClient.Redirect.NEVER).build();
    }

    @Override
    public Answer announce(UUID id, Item item) {
        return post("/items", id, item);
    }

    @Override
    public Answer pickUp(UUID id, PickUp pickUp) {
        return post("/pick-ups", id, pickUp);
    }

    private Answer post(String path, UUID id, Object message) {
        URI to = URI.create(settings.address().strip().replaceAll("/+$", "") + path);
        byte[] content = json.writeValueAsBytes(message);
        MessageSignature signature = MessageSignature.sign("POST", to.getRawPath(), content, ID_HEADER, id.toString(), time.now(), CityCourierKey.ID, key.secret());
        HttpRequest request = HttpRequest.newBuilder(to).timeout(Duration.ofSeconds(settings.seconds())).header("Content-Type", "application/json")
                .header("Message-Id", id.toString()).header("Content-Digest", MessageSignature.digestOf(content))
                .header("Signature-Input", signature.inputHeader()).header("Signature", signature.signatureHeader())
                .POST(HttpRequest.BodyPublishers.ofByteArray(content)).build();
        try {
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            int status = response.statusCode();
            try (InputStream body = response.body()) {
                String said = status + " " + new String(body.readNBytes(SAID), StandardCharsets.UTF_8);
                return status / 100 == 2 ? new Told(said) : status / 100 == 4 && !PASSING.contains(status) ? new Refused(said) : new Later(said);
            }
        } catch (IOException e) {
            return new Later(e.getClass().getSimpleName() + " " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Later("interrupted");
        }
    }

    @Override
    public void destroy() {
        client.shutdownNow();
    }
}
