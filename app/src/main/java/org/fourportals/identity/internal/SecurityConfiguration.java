package org.fourportals.identity.internal;

import java.util.Optional;

import org.fourportals.base.Role;
import org.fourportals.identity.Account;
import org.fourportals.identity.ExpiredPosts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * Three chains: the embedded OpenID provider's endpoints, its sign-in page, and everything else, which knows people only through the
 * provider. The provider keeps its own context in the session under its own name. Who may call what stands at each endpoint
 * ({@link org.fourportals.identity.MayCall}), not here.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** The id of the OpenID client registration. */
    static final String REGISTRATION = "city";
    private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; "
            + "base-uri 'none'; frame-ancestors 'self'; form-action 'self'";

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    @Order(1)
    SecurityFilterChain provider(HttpSecurity http) {
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            server.oidc(oidc -> { });
        });
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        ownContext(http);
        http.exceptionHandling(handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/sign-in")));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain providerSignIn(HttpSecurity http) {
        http.securityMatcher("/sign-in");
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        ownContext(http);
        http.headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY)));
        http.formLogin(form -> form.loginPage("/sign-in").defaultSuccessUrl("/").failureUrl("/sign-in?wrong"));
        return http.build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain portals(HttpSecurity http, Newcomers newcomers, ExpiredPosts expiredPosts) {
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.oauth2Login(login -> login.loginPage("/oauth2/authorization/" + REGISTRATION)
                .successHandler(leadOn(newcomers)).failureUrl("/sign-in?failed"));
        http.logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/"));
        http.csrf(csrf -> csrf.ignoringRequestMatchers("/api/**"));
        http.exceptionHandling(handling -> handling.accessDeniedHandler(expiredPosts));
        http.headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin)
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(
                        org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN)));
        return http.build();
    }

    private static void ownContext(HttpSecurity http) {
        HttpSessionSecurityContextRepository context = new HttpSessionSecurityContextRepository();
        context.setSpringSecurityContextKey("PROVIDER_CONTEXT");
        HttpSessionRequestCache requests = new HttpSessionRequestCache();
        requests.setSessionAttrName("PROVIDER_REQUEST");
        http.securityContext(security -> security.securityContextRepository(context));
        http.requestCache(cache -> cache.requestCache(requests));
    }

    /** Back to where one came from; else each to her own place. Whom the city does not know is told so and not kept signed in. */
    private static AuthenticationSuccessHandler leadOn(Newcomers newcomers) {
        return (request, response, authentication) -> {
            Optional<Account> account = newcomers.welcome(authentication);
            if (account.isEmpty()) {
                request.getSession().invalidate();
                response.sendRedirect("/sign-in?unknown");
                return;
            }
            if (ExpiredPosts.find(request).isPresent()) {
                response.sendRedirect("/resume");
                return;
            }
            SavedRequestAwareAuthenticationSuccessHandler back = new SavedRequestAwareAuthenticationSuccessHandler();
            back.setDefaultTargetUrl(home(account.get()));
            back.onAuthenticationSuccess(request, response, authentication);
        };
    }

    private static String home(Account account) {
        if (account.subject() != null) {
            return "/";
        }
        return account.roles().contains(Role.CLERK) ? "/counter" : "/office";
    }
}
