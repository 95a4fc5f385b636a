package org.fourportals;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.fourportals.base.Role;
import org.fourportals.identity.MayCall;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint says who may call it, and means it. */
class EndpointsTest {

    private static final String SOMETHING = "00000000-0000-7000-8000-000000000000";

    private final Map<RequestMappingInfo, HandlerMethod> handlers = TestCity
            .get("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods();

    @Test
    void everyHandlerSaysWhoMayCallIt() {
        List<String> silent = own().filter(e -> declared(e.getValue()) == null).map(e -> e.getKey() + " " + e.getValue()).toList();
        assertThat(own().count()).isGreaterThan(30);
        assertThat(silent).isEmpty();
    }

    /** Writes down what there is to visit, for the journey that looks at every page. */
    @Test
    void listsThePagesThatCanBeVisited() throws Exception {
        List<String> routes = own().filter(e -> answersGet(e.getKey())).flatMap(e -> e.getKey().getPatternValues().stream()
                .map(pattern -> pattern + "\t" + Arrays.toString(java.util.Objects.requireNonNull(declared(e.getValue())).value())))
                .sorted().toList();
        assertThat(routes).hasSizeGreaterThan(80);
        Files.write(Path.of("target", "routes.txt"), routes);
    }

    @Test
    void whoIsNotSignedInIsLedToSignInOrRefused() throws Exception {
        List<String> open = new ArrayList<>();
        int tried = 0;
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (var entry : own().toList()) {
                MayCall may = declared(entry.getValue());
                if (may == null || Arrays.asList(may.value()).contains(Role.VISITOR) || !answersGet(entry.getKey())) {
                    continue;
                }
                for (String pattern : entry.getKey().getPatternValues()) {
                    String path = pattern.replaceAll("\\{[^}]*}", SOMETHING);
                    tried++;
                    HttpResponse<Void> response = client.send(HttpRequest.newBuilder(URI.create(TestCity.address() + path)).build(),
                            HttpResponse.BodyHandlers.discarding());
                    if (!isRefused(response)) {
                        open.add(path + " answers " + response.statusCode() + " " + response.headers().firstValue("Location").orElse(""));
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(30);
        assertThat(open).isEmpty();
    }

    private java.util.stream.Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> own() {
        return handlers.entrySet().stream().filter(e -> e.getValue().getBeanType().getPackageName().startsWith("org.fourportals"));
    }

    private static @Nullable MayCall declared(HandlerMethod handler) {
        MayCall own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), MayCall.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), MayCall.class);
    }

    private static boolean answersGet(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private static boolean isRefused(HttpResponse<Void> response) {
        String location = response.headers().firstValue("Location").orElse("");
        return switch (response.statusCode()) {
            case 401, 403 -> true;
            case 302, 303 -> location.contains("/oauth2/authorization/") || location.endsWith("/kiosk") || location.endsWith("/kiosk/sign-in");
            default -> false;
        };
    }
}
