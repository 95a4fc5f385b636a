package org.fourportals.notice;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A push service and the browser behind it: checks who sends (RFC 8292) and decrypts what comes (RFC 8291), written from the RFCs for itself. */
final class PushServiceProgram implements AutoCloseable {

    private static final Base64.Encoder TO = Base64.getUrlEncoder().withoutPadding();

    /** A message as the browser reads it. */
    record Message(String text, String topic, String ttl, String claims) {
    }

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final KeyPair pair;
    private final byte[] secret = "sixteen bytes...".getBytes(StandardCharsets.US_ASCII);
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final List<Exception> faults = new CopyOnWriteArrayList<>();
    private volatile int answer = 201;

    PushServiceProgram() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
        server.createContext("/", this::serve);
        server.start();
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    String key() {
        return TO.encodeToString(point((ECPublicKey) pair.getPublic()));
    }

    String secret() {
        return TO.encodeToString(secret);
    }

    void answer(int status) {
        answer = status;
    }

    List<Message> messages() {
        if (!faults.isEmpty()) {
            throw new AssertionError("a message could not be read", faults.getFirst());
        }
        return messages;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (answer == 201) {
                var headers = exchange.getRequestHeaders();
                messages.add(new Message(decrypt(body), headers.getFirst("Topic"), headers.getFirst("TTL"), claims(headers.getFirst("Authorization"))));
            }
            exchange.sendResponseHeaders(answer, -1);
        } catch (GeneralSecurityException | RuntimeException e) {
            faults.add(e);
        }
    }

    private String claims(String authorization) throws GeneralSecurityException {
        String[] parts = authorization.substring("vapid t=".length()).split(", k=");
        String[] token = parts[0].split("\\.");
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(read(Base64.getUrlDecoder().decode(parts[1])));
        signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        if (!signature.verify(Base64.getUrlDecoder().decode(token[2]))) {
            throw new GeneralSecurityException("not signed by its key");
        }
        return new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8);
    }

    private String decrypt(byte[] body) throws GeneralSecurityException {
        ByteBuffer record = ByteBuffer.wrap(body);
        byte[] salt = take(record, 16);
        record.getInt();
        byte[] sender = take(record, record.get());
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(pair.getPrivate());
        agreement.doPhase(read(sender), true);
        byte[] first = hmac(secret, agreement.generateSecret());
        byte[] material = hmac(first, concat("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), point((ECPublicKey) pair.getPublic()), sender, new byte[] {1}));
        byte[] second = hmac(salt, material);
        byte[] key = Arrays.copyOf(hmac(second, "Content-Encoding: aes128gcm\0\1".getBytes(StandardCharsets.US_ASCII)), 16);
        byte[] nonce = Arrays.copyOf(hmac(second, "Content-Encoding: nonce\0\1".getBytes(StandardCharsets.US_ASCII)), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        byte[] plain = cipher.doFinal(take(record, record.remaining()));
        if (plain[plain.length - 1] != 2) {
            throw new GeneralSecurityException("not the last record");
        }
        return new String(plain, 0, plain.length - 1, StandardCharsets.UTF_8);
    }

    private static byte[] take(ByteBuffer from, int count) {
        byte[] taken = new byte[count];
        from.get(taken);
        return taken;
    }

    private static byte[] hmac(byte[] key, byte[] message) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static PublicKey read(byte[] point) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(new BigInteger(1, Arrays.copyOfRange(point, 1, 33)),
                new BigInteger(1, Arrays.copyOfRange(point, 33, 65))), curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static byte[] point(ECPublicKey key) {
        return concat(new byte[] {4}, fixed(key.getW().getAffineX()), fixed(key.getW().getAffineY()));
    }

    private static byte[] fixed(BigInteger number) {
        byte[] all = concat(new byte[32], number.toByteArray());
        return Arrays.copyOfRange(all, all.length - 32, all.length);
    }

    private static byte[] concat(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        Arrays.stream(parts).forEach(all::put);
        return all.array();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
