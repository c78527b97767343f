package jp.michishirube.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the engine calls its fault, as it was found by asking all allowed calls with odd values, and what it is. */
class HeldFaultTest {

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final HeldFault held = new HeldFault(response);

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "404; {\"type\":\"NullValueException\",\"message\":\"no deployed process definition found with id 'none': processDefinition is null\",\"code\":0}",
        "404; {\"type\":\"RestException\",\"message\":\"Cannot get execution variable x: execution none doesn't exist: execution is null\",\"code\":0}",
        "400; {\"type\":\"ProcessEngineException\",\"message\":\"Object values cannot be used to query\",\"code\":0}",
        "400; {\"type\":\"NullPointerException\",\"message\":\"Cannot invoke because queryDto is null\",\"code\":null}",
        "400; {\"type\":\"ProcessEnginePersistenceException\",\"message\":\"An exception occurred in the persistence layer.\",\"code\":10000}"})
    void whatTheAskerDidIsNoFault(int status, String said) throws Exception {
        answer(500, said);
        assertThat(held.asProblem()).hasValueSatisfying(problem -> assertThat(problem.status().value()).isEqualTo(status));
        assertThat(response.isCommitted()).isFalse();
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void aFaultStaysOneAndTheRestPasses() throws Exception {
        answer(500, "{\"type\":\"OutOfMemoryError\",\"message\":\"x\"}");
        assertThat(held.asProblem()).isEmpty();
        held.release();
        assertThat(response.getContentAsString()).contains("OutOfMemoryError");
        MockHttpServletResponse good = new MockHttpServletResponse();
        HeldFault passing = new HeldFault(good);
        passing.getOutputStream().write("[]".getBytes());
        assertThat(good.getContentAsString()).isEqualTo("[]");
        assertThat(passing.asProblem()).isEmpty();
    }

    private void answer(int status, String said) throws Exception {
        held.setStatus(status);
        held.getOutputStream().write(said.getBytes(StandardCharsets.UTF_8));
        held.flushBuffer();
    }
}
