package org.fourportals.identity.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.fourportals.base.Subject;
import org.fourportals.identity.SubjectVault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * The OpenID Connect provider inside the system, for a city that has none: its one client is the portals themselves, its people are the
 * accounts, its signing key and client secret are kept sealed in the database, so that every node has the same.
 */
@Configuration(proxyBeanMethods = false)
class OpenIdProvider {

    static final String CLIENT = "four-portals";
    /** Secrets of the system itself are sealed under no person's key. */
    private static final Subject SYSTEM = new Subject(0);

    @Bean
    UserDetailsService signInAccounts(org.fourportals.identity.Accounts accounts, PasswordAttempts attempts) {
        return username -> accounts.findPasswordHash(username)
                .map(hash -> new User(username, hash, true, true, true, !attempts.isLocked(username), AuthorityUtils.NO_AUTHORITIES))
                .orElseThrow(() -> new UsernameNotFoundException(username));
    }

    @Bean
    JWKSource<SecurityContext> signingKeys(JdbcClient jdbc, SubjectVault vault) throws java.text.ParseException {
        String json = kept(jdbc, vault, "provider-signing-key", () -> {
            try {
                return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate().toJSONString();
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        });
        return new ImmutableJWKSet<>(new JWKSet(RSAKey.parse(json)));
    }

    @Bean
    ClientSecret clientSecret(JdbcClient jdbc, SubjectVault vault) {
        return new ClientSecret(kept(jdbc, vault, "provider-client-secret", () -> {
            byte[] bytes = new byte[24];
            new SecureRandom().nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        }));
    }

    record ClientSecret(String value) {
    }

    @Bean
    RegisteredClientRepository registeredPortals(ClientSecret secret, PasswordEncoder passwords, Environment environment,
            @Value("${fourportals.public-urls:}") List<String> publicUrls) {
        String encoded = passwords.encode(secret.value());
        return new RegisteredClientRepository() {
            @Override
            public void save(RegisteredClient client) {
                throw new UnsupportedOperationException("The portals are the only client");
            }

            @Override
            public RegisteredClient findById(String id) {
                return findByClientId(id);
            }

            @Override
            public RegisteredClient findByClientId(String clientId) {
                return clientId.equals(CLIENT) ? client(encoded, publicUrls, PortalsAsClient.port(environment)) : null;
            }
        };
    }

    private static RegisteredClient client(String encodedSecret, List<String> publicUrls, String port) {
        String callback = "/login/oauth2/code/" + SecurityConfiguration.REGISTRATION;
        return RegisteredClient.withId(CLIENT).clientId(CLIENT).clientSecret(encodedSecret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("http://localhost:" + port + callback)
                .redirectUri("http://127.0.0.1:" + port + callback)
                .redirectUris(uris -> publicUrls.forEach(url -> uris.add(url + callback)))
                .scope("openid")
                .clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(Duration.ofMinutes(5)).build())
                .build();
    }

    private static String kept(JdbcClient jdbc, SubjectVault vault, String name, Supplier<String> fresh) {
        Supplier<java.util.Optional<byte[]>> stored = () -> jdbc.sql("select value from identity.secrets where name = :name")
                .param("name", name).query(byte[].class).optional();
        if (stored.get().isEmpty()) {
            jdbc.sql("insert into identity.secrets values (:name, :value) on conflict do nothing").param("name", name)
                    .param("value", vault.seal(SYSTEM, fresh.get().getBytes(java.nio.charset.StandardCharsets.UTF_8))).update();
        }
        return new String(vault.open(SYSTEM, stored.get().orElseThrow()), java.nio.charset.StandardCharsets.UTF_8);
    }
}
