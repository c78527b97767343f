package jp.michishirube.evidence;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jp.michishirube.testing.As;
import jp.michishirube.testing.ProductTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The proof as the process admin sees it, of the product's own database, by the role that runs. */
@ProductTest
class EvidencePageTest {

    @Autowired private MockMvc mvc;
    @Autowired private CarryOn chain;

    @Test
    void theProcessAdminProvesTheRecords() throws Exception {
        chain.take(true);
        mvc.perform(get("/evidence").with(As.admin1())).andExpect(status().isOk()).andExpect(content().string(containsString("/evidence?prove=true")));
        mvc.perform(get("/evidence?prove=true").with(As.admin1())).andExpect(status().isOk())
                .andExpect(content().string(containsString("行を確かめました"))).andExpect(content().string(not(containsString("か所が合いません"))));
        mvc.perform(get("/evidence?prove=true&lang=en").with(As.admin1())).andExpect(content().string(containsString("Nothing is missing")));
    }

    @Test
    void nobodyElseDoes() throws Exception {
        mvc.perform(get("/evidence").with(As.review1())).andExpect(status().isForbidden());
        mvc.perform(get("/evidence?prove=true").with(As.aoba1())).andExpect(status().isForbidden());
    }
}
