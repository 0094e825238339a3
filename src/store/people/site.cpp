#include "store/people/site.h"

#include <algorithm>

namespace vigie {

bool has_site(Connection& rows, Key<PartyRow> customer, std::string_view designation) {
  return rows.run("select 1 from site where customer = $1 and designation = $2",
                  std::array<Parameter, 2>{customer.value, designation}) > 0;
}

std::vector<std::string> words_in(const SiteRow& row) {
  std::vector<std::string> words;
  const std::string& text = row.holidays;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find(' ', from), text.size());
    words.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  return words;
}

std::vector<SiteOfCustomer> all_sites(Connection& rows) {
  static const std::string select = "select p.designation, " + select_list<SiteRow>("t") +
                                    " from site t join party p on p.id = t.customer"
                                    " order by p.designation, t.designation";
  std::vector<SiteOfCustomer> found;
  rows.run(select, {}, [&](const Row& row) {
    found.push_back({.customer = std::string{row.text(0)}, .row = row_from<SiteRow>(row, 1)});
  });
  return found;
}

}  // namespace vigie
