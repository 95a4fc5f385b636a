package org.fourportals.notice.internal;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.fourportals.base.CityTime;
import org.fourportals.base.Subject;
import org.fourportals.notice.Channel;
import org.fourportals.notice.Choices;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages to the browsers in which the recipient allowed them (RFC 8030). One that took it is enough; one that is gone is forgotten. A message sent twice
 * replaces itself: it carries the same topic for the service and the same tag for the browser.
 */
@Component
class PushCarrier implements Carrier, DisposableBean {

    /** The browser is gone, or the service wants none of it; everything else may pass. */
    private static final Set<Integer> FOR_EVER = Set.of(400, 403, 404, 410, 413);
    private static final int LONGEST = 600;
    private static final int DAYS_KEPT = 3;

    private final PushSettings settings;
    private final PushKey key;
    private final SubscriptionStore subscriptions;
    private final JsonMapper json;
    private final CityTime time;
    private final HttpClient client;

    PushCarrier(PushSettings settings, PushKey key, SubscriptionStore subscriptions, JsonMapper json, CityTime time) {
        this.settings = settings;
        this.key = key;
        this.subscriptions = subscriptions;
        this.json = json;
        this.time = time;
        this.client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(settings.seconds())).followRedirects(HttpClient.Redirect.NEVER).build();
    }

    @Override
    public Channel channel() {
        return Channel.PUSH;
    }

    @Override
    public boolean isSet() {
        return settings.isSet();
    }

    @Override
    public boolean reaches(Subject recipient, Choices choices) {
        return settings.isSet() && subscriptions.has(recipient);
    }

    @Override
    public Answer carry(Letter letter) {
        List<String> said = new ArrayList<>();
        boolean later = false;
        boolean taken = false;
        for (Subscription browser : subscriptions.listOf(letter.recipient())) {
            switch (push(letter, browser)) {
                case Taken answer -> {
                    said.add(answer.said());
                    taken = true;
                }
                case Later answer -> {
                    said.add(answer.said());
                    later = true;
                }
                case Refused answer -> said.add(answer.said());
            }
        }
        String all = String.join("; ", said);
        return taken ? new Taken(all, null) : later ? new Later(all) : new Refused(said.isEmpty() ? "no browser left" : all);
    }

    private Answer push(Letter letter, Subscription browser) {
        String host = browser.endpoint().getHost();
        if (!settings.allows(browser.endpoint())) {
            return new Refused(host + ": no push service of ours");
        }
        try {
            byte[] message = PushCipher.encrypt(message(letter), Base64.getUrlDecoder().decode(browser.key()), Base64.getUrlDecoder().decode(browser.secret()));
            HttpRequest request = HttpRequest.newBuilder(browser.endpoint()).timeout(Duration.ofSeconds(settings.seconds()))
                    .header("Authorization", key.authorization(browser.endpoint(), settings.contact(), time.now()))
                    .header("Content-Encoding", "aes128gcm").header("Content-Type", "application/octet-stream")
                    .header("TTL", Long.toString(Duration.ofDays(DAYS_KEPT).toSeconds())).header("Urgency", "normal")
                    .header("Topic", letter.id().toString().replace("-", "")).POST(HttpRequest.BodyPublishers.ofByteArray(message)).build();
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            String said = host + ": " + status;
            if (status == 404 || status == 410) {
                subscriptions.forget(letter.recipient(), browser);
            }
            return status / 100 == 2 ? new Taken(said, null) : FOR_EVER.contains(status) ? new Refused(said) : new Later(said);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return new Refused(host + ": its key is none, " + e.getMessage());
        } catch (IOException e) {
            return new Later(host + ": " + e.getClass().getSimpleName() + " " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Later(host + ": interrupted");
        }
    }

    private byte[] message(Letter letter) {
        String text = letter.text().codePoints().limit(LONGEST).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return json.writeValueAsString(Map.of("title", letter.title(), "text", text, "url", letter.url(), "tag", letter.id().toString(),
                "lang", letter.language().tag())).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void destroy() {
        client.shutdownNow();
    }
}
