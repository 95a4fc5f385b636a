import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A courier company for the demo and the journeys, a program of its own that shares no code with the city: it takes announced items and bags to fetch, each
 * signed by the city, and tells the city, signed, where each item is, until somebody has signed for it. Nobody is at home where the address says 无人
 * (nobody): such an item comes back. Run by the JDK as it is:
 *
 * <pre>
 * java Courier.java key FOLDER                              prints its public key, made at the first call
 * java Courier.java run FOLDER PORT CITY SECONDS            CITY is the city's address, SECONDS pass between two steps
 * </pre>
 */
public final class Courier {

    private static final Pattern NUMBER = Pattern.compile("\"number\"\\s*:\\s*\"([A-Z]{2}[0-9]{9}[A-Z]{2})\"");
    private static final Pattern NAME = Pattern.compile("\"name\"\\s*:\\s*\"([^\"\\\\]{1,40})\"");
    private static final Pattern ITEM = Pattern.compile("\"([A-Z]{2}[0-9]{9}[A-Z]{2})\"");
    private static final int LARGEST = 1 << 20;

    private final PrivateKey key;
    private final String city;
    private final Duration pace;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, Parcel> parcels = new ConcurrentHashMap<>();
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService rounds = Executors.newScheduledThreadPool(2);

    private record Parcel(String number, String recipient, boolean nobodyHome) {
    }

    private Courier(PrivateKey key, String city, Duration pace) {
        this.key = key;
        this.city = city;
        this.pace = pace;
    }

    public static void main(String[] words) throws IOException, GeneralSecurityException {
        if (words.length == 2 && words[0].equals("key")) {
            IO.println(Base64.getEncoder().encodeToString(keys(Path.of(words[1])).getPublic().getEncoded()));
        } else if (words.length == 5 && words[0].equals("run")) {
            Courier courier = new Courier(keys(Path.of(words[1])).getPrivate(), words[3].replaceAll("/+$", ""), Duration.ofMillis((long) (1000 * Double.parseDouble(words[4]))));
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(words[2])), 0);
            server.createContext("/v1/items", exchange -> courier.take(exchange, courier::announced));
            server.createContext("/v1/pick-ups", exchange -> courier.take(exchange, courier::fetched));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            IO.println("The courier listens on port " + server.getAddress().getPort());
        } else {
            System.err.println("Usage: java Courier.java key FOLDER | java Courier.java run FOLDER PORT CITY SECONDS");
            System.exit(2);
        }
    }

    private interface Message {
        void hear(String body);
    }

    private void take(HttpExchange exchange, Message message) throws IOException {
        byte[] content = exchange.getRequestBody().readNBytes(LARGEST);
        int status = 401;
        try {
            String id = exchange.getRequestHeaders().getFirst("Message-Id");
            if (isFromTheCity(exchange, id, content)) {
                status = 200;
                if (heard.add(exchange.getRequestURI().getPath() + " " + id)) {
                    message.hear(new String(content, StandardCharsets.UTF_8));
                }
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            status = 400;
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void announced(String body) {
        String number = first(NUMBER, body);
        parcels.put(number, new Parcel(number, first(NAME, body), body.contains("无人")));
    }

    /** From now on every item of the bag takes its way. */
    private void fetched(String body) {
        Matcher items = ITEM.matcher(body.substring(body.indexOf("\"items\"")));
        while (items.find()) {
            String number = items.group(1);
            rounds.schedule(() -> carry(number), pace.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void carry(String number) {
        Parcel parcel = parcels.getOrDefault(number, new Parcel(number, "", false));
        List<String[]> steps = new ArrayList<>(List.of(new String[] {"in-transit", "西湖区转运中心", ""}, new String[] {"out-for-delivery", "文三路营业部", ""}));
        steps.addAll(parcel.nobodyHome ? List.of(new String[] {"attempted", "文三路营业部", ""}, new String[] {"returning", "文三路营业部", ""})
                : List.<String[]>of(new String[] {"delivered", "文三路营业部", parcel.recipient}));
        for (int i = 0; i < steps.size(); i++) {
            String[] step = steps.get(i);
            rounds.schedule(() -> tell(UUID.randomUUID().toString(), number, step, Instant.now(), 0), i * pace.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Tells a step until the city has taken it. */
    private void tell(String event, String number, String[] step, Instant at, int tries) {
        String body = "{\"item\": \"%s\", \"state\": \"%s\", \"at\": \"%s\", \"place\": \"%s\", \"signer\": \"%s\"}".formatted(number, step[0], at, step[1], step[2]);
        int status;
        try {
            status = post("/api/delivery/events", event, body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException | GeneralSecurityException e) {
            status = 503;
        } catch (InterruptedException e) {
            return;
        }
        if (status >= 500 && tries < 100) {
            rounds.schedule(() -> tell(event, number, step, at, tries + 1), 2, TimeUnit.SECONDS);
        } else if (status != 200) {
            System.err.println("The city answers " + status + " to " + body);
        }
    }

    private int post(String path, String event, byte[] content) throws IOException, InterruptedException, GeneralSecurityException {
        String parameters = "(\"@method\" \"@path\" \"content-digest\" \"event-id\");created=" + Instant.now().getEpochSecond() + ";nonce=\"" + UUID.randomUUID()
                + "\";keyid=\"courier\";alg=\"ed25519\"";
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(key);
        signature.update(base("POST", path, digest(content), "event-id", event, parameters));
        HttpRequest request = HttpRequest.newBuilder(URI.create(city + path)).timeout(Duration.ofSeconds(10)).header("Content-Type", "application/json").header("Event-Id", event)
                .header("Content-Digest", digest(content)).header("Signature-Input", "sig=" + parameters)
                .header("Signature", "sig=:" + Base64.getEncoder().encodeToString(signature.sign()) + ":").POST(HttpRequest.BodyPublishers.ofByteArray(content)).build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private boolean isFromTheCity(HttpExchange exchange, String id, byte[] content) throws GeneralSecurityException, IOException {
        var headers = exchange.getRequestHeaders();
        String input = String.valueOf(headers.getFirst("Signature-Input"));
        String value = String.valueOf(headers.getFirst("Signature"));
        if (id == null || !input.startsWith("sig=") || !value.matches("sig=:[A-Za-z0-9+/=]+:") || !digest(content).equals(headers.getFirst("Content-Digest"))) {
            return false;
        }
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(cityKey()))));
        check.update(base(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(), digest(content), "message-id", id, input.substring(4)));
        return check.verify(Base64.getDecoder().decode(value.substring(5, value.length() - 1)));
    }

    private String cityKey() throws IOException {
        try {
            return client.send(HttpRequest.newBuilder(URI.create(city + "/api/delivery/key")).timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString()).body().strip();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static byte[] base(String method, String path, String digest, String idHeader, String id, String parameters) {
        return ("\"@method\": " + method + "\n\"@path\": " + path + "\n\"content-digest\": " + digest + "\n\"" + idHeader + "\": " + id + "\n\"@signature-params\": " + parameters)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String digest(byte[] content) throws GeneralSecurityException {
        return "sha-256=:" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(content)) + ":";
    }

    private static String first(Pattern pattern, String body) {
        Matcher found = pattern.matcher(body);
        if (!found.find()) {
            throw new IllegalArgumentException("Nothing like " + pattern + " in what the city says");
        }
        return found.group(1);
    }

    /** Its pair of keys, kept in the folder. */
    private static KeyPair keys(Path folder) throws IOException, GeneralSecurityException {
        Path secret = folder.resolve("courier.key");
        Path open = folder.resolve("courier.pub");
        if (!Files.exists(open)) {
            Files.createDirectories(folder);
            KeyPair made = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Files.write(secret, made.getPrivate().getEncoded());
            Files.write(open, made.getPublic().getEncoded());
        }
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        return new KeyPair(factory.generatePublic(new X509EncodedKeySpec(Files.readAllBytes(open))), factory.generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(secret))));
    }
}
