package org.fourportals.benchmarks.casework;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fourportals.base.Actor;
import org.fourportals.demo.DemoAccess;
import org.fourportals.identity.Accounts;

/** Ours through its HTTP API, signed in with the city's provider; the client runs on the same cores. */
final class HttpCases implements Contestant {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");
    private static final Pattern ROW_VERSION = Pattern.compile("\"rowVersion\"\\s*:\\s*(\\d+)");

    private final City city;
    private final Renewals renewals;
    private final Map<String, HttpClient> signedIn = new ConcurrentHashMap<>();

    HttpCases(City city, Renewals renewals) {
        this.city = city;
        this.renewals = renewals;
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public void prepare(int cases) {
        renewals.prepare(cases);
    }

    @Override
    public void lead(Watch watch) throws Exception {
        Renewals.Draft draft = renewals.next();
        Actor.Resident agent = (Actor.Resident) draft.agent();
        String username = city.get(Accounts.class).findBySubject(agent.subject()).orElseThrow().username();
        post(username, "/api/cases/" + draft.id() + "/submit", "");
        watch.done(Step.SUBMIT);
        act("clerk-xihu", draft.id(), "accept", "");
        watch.done(Step.ACCEPT);
        act("reviewer-market", draft.id(), "review", ", \"agrees\": true");
        watch.done(Step.REVIEW);
        act("reviewer-fire", draft.id(), "review", ", \"agrees\": true");
        watch.done(Step.SECOND_REVIEW);
        act("reviewer-market", draft.id(), "decide", ", \"grants\": true");
        watch.done(Step.DECIDE);
    }

    private void act(String username, UUID id, String act, String more) throws Exception {
        String seen = send(client(username), HttpRequest.newBuilder(at("/api/work/cases/" + id)).GET());
        Matcher version = ROW_VERSION.matcher(seen);
        if (!version.find()) {
            throw new IllegalStateException("The case has no row version: " + seen);
        }
        post(username, "/api/work/cases/" + id + "/" + act, "{\"rowVersion\": " + version.group(1) + more + "}");
    }

    private void post(String username, String path, String body) throws Exception {
        send(client(username), HttpRequest.newBuilder(at(path)).header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString()).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Everybody has a session of her own for each client, as people at different machines have. */
    private HttpClient client(String username) {
        return signedIn.computeIfAbsent(username + "@" + Thread.currentThread().getName(), key -> signIn(username));
    }

    private HttpClient signIn(String username) {
        var client = HttpClient.newBuilder().cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL)).followRedirects(HttpClient.Redirect.ALWAYS).build();
        try {
            Matcher token = TOKEN.matcher(send(client, HttpRequest.newBuilder(at("/oauth2/authorization/city")).GET()));
            if (!token.find()) {
                throw new IllegalStateException("The sign-in page has no form");
            }
            String form = "username=" + username + "&password=" + DemoAccess.PASSWORD + "&_csrf="
                    + URLEncoder.encode(token.group(1) == null ? token.group(2) : token.group(1), StandardCharsets.UTF_8);
            send(client, HttpRequest.newBuilder(at("/sign-in")).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
            return client;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(username + " could not sign in", e);
        }
    }

    private static String send(HttpClient client, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private URI at(String path) {
        return URI.create(city.address() + path);
    }
}
