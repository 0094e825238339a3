#include "usecase/named_page.h"

namespace vigie {

std::string filter_of(std::string_view list, const ListAsked& asked) {
  return std::string{list} + "\n" + asked.search.value_or("");
}

Outcome<NamedPage> named_page_asked(const ListAsked& asked, const std::string& filter) {
  NamedPage page{.after = {}, .words = words_of(asked.search.value_or("")), .most = asked.most + 1};
  if (page.words.size() > most_words) {
    return refused(Refusal::parameter_malformed,
                   {{"parameter", "search"}, {"text", *asked.search}});
  }
  if (asked.cursor) {
    const auto place = place_in(*asked.cursor, filter, 2);
    if (!place) return refused(Refusal::cursor_unknown);
    page.after.name_sort = (*place)[0];
    page.after.key = whole_in((*place)[1]);
  }
  return page;
}

std::optional<Refused> version_refusal(const Addressed& at, std::int64_t now) {
  if (!at.version || *at.version == now) return std::nullopt;
  return refused(Refusal::version_changed,
                 {{"now", std::to_string(now)}, {"asked", std::to_string(*at.version)}});
}

}  // namespace vigie
