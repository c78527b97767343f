package jp.michishirube.door;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.AbstractJackson2HttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;
import org.springframework.http.converter.xml.AbstractXmlHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class DoorConfiguration implements WebMvcConfigurer {

    private final OurJson json;

    DoorConfiguration(OurJson json) {
        this.json = json;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new NamedRoutes());
        registry.addInterceptor(new PlainParameters());
    }

    /** JSON is the one language of programs here. A library on the class path for files of our own (YAML) is no reason to read it from outside. */
    @Override
    public void extendMessageConverters(List<HttpMessageConverter<?>> converters) {
        converters.removeIf(c -> c instanceof AbstractXmlHttpMessageConverter
                || c instanceof AbstractJackson2HttpMessageConverter && !(c instanceof MappingJackson2HttpMessageConverter));
        // One of our own: the one of the application also reads what others answer to our calls.
        converters.replaceAll(c -> c instanceof MappingJackson2HttpMessageConverter ? new MappingJackson2HttpMessageConverter(json.mapper()) : c);
    }
}
