package org.fourportals.portal.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the description of the API says besides its endpoints: its name, how one signs in, and how failures are told. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI openApi(@Value("${server.servlet.session.cookie.name:session}") String cookie) {
        OpenAPI api = new OpenAPI().addServersItem(new Server().url("/")).info(new Info().title("Four Portals").version("1")
                .description("The city's affairs, a resident's own cases, and the verification of certificates. Texts come in both languages. "
                        + "Failures are problem details (RFC 9457) with a reference that the city's log has too."));
        api.schemaRequirement("session", new SecurityScheme().type(SecurityScheme.Type.APIKEY).in(SecurityScheme.In.COOKIE).name(cookie));
        return api;
    }

    /** Every endpoint may fail, and says so in one form. */
    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            api.getComponents().addSchemas(PROBLEM, new Schema<>().type("object").description("RFC 9457")
                    .addProperty("title", new Schema<>().type("string")).addProperty("status", new Schema<>().type("integer"))
                    .addProperty("detail", new Schema<>().type("string")).addProperty("instance", new Schema<>().type("string"))
                    .addProperty("reference", new Schema<>().type("string")));
            Content content = new Content().addMediaType("application/problem+json",
                    new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)));
            api.getPaths().values().forEach(path -> path.readOperations().forEach(operation -> operation.getResponses()
                    .addApiResponse("default", new ApiResponse().description("What went wrong and what to do").content(content))));
        };
    }
}
