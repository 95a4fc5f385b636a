package org.fourportals.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.fourportals.TestCity;
import org.jspecify.annotations.Nullable;

/** What a browser without scripts does: keeps cookies, follows redirects, sends the token of the last form with each form. */
public final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.ALWAYS).build();
    private String token = "";

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(at(path)).header("Accept-Language", "en").GET());
    }

    /** @param fields names and values in turn */
    public HttpResponse<String> post(String path, String... fields) {
        StringBuilder form = new StringBuilder("_csrf=").append(encoded(token));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(at(path)).header("Accept-Language", "en")
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    /** As a program does it. @param key of the act, if it has one */
    public HttpResponse<String> postJson(String path, @Nullable String key, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        return send(key == null ? request : request.header("Idempotency-Key", key));
    }

    /** Hands in a file in a form with these fields, names and values in turn. */
    public HttpResponse<String> upload(String path, String name, byte[] file, String... fields) {
        String edge = "edge-of-a-part-of-the-form";
        StringBuilder head = new StringBuilder();
        for (int i = -2; i < fields.length; i += 2) {
            head.append("--").append(edge).append("\r\nContent-Disposition: form-data; name=\"").append(i < 0 ? "_csrf" : fields[i])
                    .append("\"\r\n\r\n").append(i < 0 ? token : fields[i + 1]).append("\r\n");
        }
        head.append("--").append(edge).append("\r\nContent-Disposition: form-data; name=\"").append(name)
                .append("\"; filename=\"file.yaml\"\r\nContent-Type: text/yaml\r\n\r\n");
        var body = HttpRequest.BodyPublishers.concat(HttpRequest.BodyPublishers.ofString(head.toString()), HttpRequest.BodyPublishers.ofByteArray(file),
                HttpRequest.BodyPublishers.ofString("\r\n--" + edge + "--\r\n"));
        return send(HttpRequest.newBuilder(at(path)).header("Accept-Language", "en").header("Content-Type", "multipart/form-data; boundary=" + edge)
                .POST(body));
    }

    /** Signs in with the city's provider, as residents do at home and staff everywhere. */
    public Browser signIn(String username, String startPath) {
        get(startPath);
        post("/sign-in", "username", username, "password", "four-portals");
        return this;
    }

    public void putCookie(String name, String value, String path) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath(path);
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(TestCity.address()), cookie);
    }

    public java.util.Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(c -> c.getName().equals(name)).findFirst();
    }

    private static URI at(String path) {
        return URI.create(TestCity.address() + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var found = TOKEN.matcher(response.body());
            if (found.find()) {
                token = found.group(1) != null ? found.group(1) : found.group(2);
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
