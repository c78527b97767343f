package jp.michishirube.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.michishirube.Product;
import jp.michishirube.testing.ProductSurroundings;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A story in a browser, one test that calls its steps by name one after the other: each stands on those before it, so where one fails
 * the rest would only fail too, and a second try must begin at the beginning. The product runs on a database of the journeys alone, a
 * new one after a failure: they begin where a newcomer begins, with the demo city and no roster.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Product.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
@ContextConfiguration(initializers = ProductSurroundings.class)
@ExtendWith(Chromium.class)
@TestExecutionListeners(listeners = NewAfterFailure.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@interface JourneyTest {}
