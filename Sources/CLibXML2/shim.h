// Debian's libxml2 headers pull in ICU headers that clash with Foundation's copy: switch that door off first.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
#include <libxml/HTMLparser.h>

// Swift cannot make a C function with variable arguments, which is what libxml2 wants for its last words on stderr.
static void debrief_keep_quiet(void *context, const char *message, ...) {
    (void)context;
    (void)message;
}
static inline void debrief_silence_xml(void) { xmlSetGenericErrorFunc(0, debrief_keep_quiet); }
