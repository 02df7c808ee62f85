package org.fourleaf.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.fourleaf.platform.Actor;
import org.fourleaf.platform.Limits;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** What the generated OpenAPI document of the API needs to know of our conventions. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String TOKEN = "token";
    private static final String SESSION = "session";
    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Caller.class, Slice.class);
    }

    @Bean
    OpenAPI describedApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Fourleaf")
                        .version("v1")
                        .description("The help desk's API; the agent UI uses nothing else. See docs/integrators.")
                        .license(new License().name("AGPL-3.0-or-later")))
                .servers(List.of(new Server().url("/")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer"))
                        .addSecuritySchemes(
                                SESSION,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name("fourleaf_session")))
                .security(
                        List.of(new SecurityRequirement().addList(TOKEN), new SecurityRequirement().addList(SESSION)));
    }

    /** The generator still reads classes with Jackson 2, so it is told our naming once more. */
    @Bean
    ModelResolver schemas(ObjectMapperProvider mappers) {
        ObjectMapper mapper =
                mappers.jsonMapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return new ModelResolver(mapper, new SchemaNames()).openapi31(true);
    }

    @Bean
    RecordSchemas recordSchemas(ObjectMapperProvider mappers) {
        return new RecordSchemas(mappers.jsonMapper());
    }

    /** Operations are named by subject and act, lists have their parameters, writes their key. */
    @Bean
    OperationCustomizer operations() {
        return (operation, handler) -> {
            String subject = handler.getBeanType().getSimpleName().replaceFirst("Controller$", "");
            String act = handler.getMethod().getName();
            operation.setOperationId(act + Character.toUpperCase(subject.charAt(0)) + subject.substring(1));
            operation.setTags(List.of(subject));
            addParameters(operation, handler);
            nameSuccess(operation, handler);
            return operation;
        };
    }

    /** What is made is answered with 201, what has no answer with 204; the generator says 200 of all. */
    private static void nameSuccess(Operation operation, HandlerMethod handler) {
        ApiResponse success = operation.getResponses().get("200");
        ResolvableType answer = ResolvableType.forMethodReturnType(handler.getMethod());
        if (success == null || !ResponseEntity.class.equals(answer.resolve())) {
            return;
        }
        if (Void.class.equals(answer.getGeneric(0).resolve())) {
            operation.getResponses().remove("200");
            operation.getResponses().addApiResponse("204", new ApiResponse().description("Done"));
        } else if (handler.hasMethodAnnotation(PostMapping.class)) {
            operation.getResponses().remove("200");
            operation.getResponses().addApiResponse("201", success.description("Made"));
        }
    }

    private static void addParameters(Operation operation, HandlerMethod handler) {
        if (Arrays.stream(handler.getMethodParameters())
                .map(MethodParameter::getParameterType)
                .anyMatch(Slice.class::equals)) {
            IntegerSchema limit = new IntegerSchema();
            limit.setMinimum(BigDecimal.ONE);
            limit.setMaximum(BigDecimal.valueOf(Limits.PAGE_SIZE_MAX));
            limit.setDefault(Limits.PAGE_SIZE_DEFAULT);
            operation.addParametersItem(new QueryParameter().name("limit").schema(limit));
            operation.addParametersItem(new QueryParameter().name("cursor").schema(new StringSchema()));
        }
        if (handler.hasMethodAnnotation(PostMapping.class)) {
            operation.addParametersItem(
                    new HeaderParameter().name("Idempotency-Key").schema(new StringSchema()));
        }
    }

    /** Everything may be refused, and always in the same shape. */
    @Bean
    OpenApiCustomizer problemResponses() {
        return api -> {
            ModelConverters.getInstance(true)
                    .readAllAsResolvedSchema(new AnnotatedType(Problem.class))
                    .referencedSchemas
                    .forEach((name, schema) -> api.getComponents().addSchemas(name, schema));
            ApiResponse problem = new ApiResponse()
                    .description("A problem, by RFC 9457")
                    .content(new Content()
                            .addMediaType(
                                    "application/problem+json",
                                    new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM))));
            api.getComponents().addResponses(PROBLEM, problem);
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> operation
                            .getResponses()
                            .addApiResponse("default", new ApiResponse().$ref("#/components/responses/" + PROBLEM)));
        };
    }
}
