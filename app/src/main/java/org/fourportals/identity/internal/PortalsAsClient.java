package org.fourportals.identity.internal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;

/**
 * The portals as client of an OpenID provider: the embedded one, or with {@code fourportals.oidc.issuer-uri} any other, whose
 * {@code fourportals.oidc.username-claim} names the account. Registered when first needed, since the embedded one answers only once we are up.
 */
@Configuration(proxyBeanMethods = false)
class PortalsAsClient {

    @Bean
    ClientRegistrationRepository clientRegistrations(Environment environment, OpenIdProvider.ClientSecret secret,
            @Value("${fourportals.oidc.issuer-uri:}") String issuer) {
        return new ClientRegistrationRepository() {
            private volatile ClientRegistration registration;

            @Override
            public ClientRegistration findByRegistrationId(String id) {
                if (!id.equals(SecurityConfiguration.REGISTRATION)) {
                    return null;
                }
                ClientRegistration known = registration;
                if (known == null) {
                    known = issuer.isBlank() ? embedded(port(environment), secret.value()) : other(environment, issuer);
                    registration = known;
                }
                return known;
            }
        };
    }

    /** The port we listen on: the real one once known, since 0 asks for any. */
    static String port(Environment environment) {
        return environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    }

    private static ClientRegistration embedded(String port, String secret) {
        return ClientRegistration.withRegistrationId(SecurityConfiguration.REGISTRATION)
                .clientId(OpenIdProvider.CLIENT).clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid")
                .authorizationUri("/oauth2/authorize")
                .tokenUri("http://127.0.0.1:" + port + "/oauth2/token")
                .jwkSetUri("http://127.0.0.1:" + port + "/oauth2/jwks")
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    private static ClientRegistration other(Environment environment, String issuer) {
        return ClientRegistrations.fromIssuerLocation(issuer)
                .registrationId(SecurityConfiguration.REGISTRATION)
                .clientId(environment.getRequiredProperty("fourportals.oidc.client-id"))
                .clientSecret(environment.getRequiredProperty("fourportals.oidc.client-secret"))
                .scope("openid", "profile")
                .userNameAttributeName(environment.getProperty("fourportals.oidc.username-claim", "preferred_username"))
                .build();
    }
}
