#include "store/agreement/signature.h"

#include <sodium.h>

namespace vigie {

std::vector<Dated<AgreementSignatureRow>> signatures_of(Connection& rows,
                                                        Key<AgreementRow> agreement,
                                                        std::int64_t number) {
  return dated_rows<AgreementSignatureRow>(rows, agreement, number);
}

std::string last_block_digest(Connection& rows) {
  std::string head;
  rows.run("select digest from block order by number desc limit 1", {}, [&](const Row& row) {
    const BytesView digest = row.bytes(0);
    head.resize(digest.size() * 2 + 1);
    sodium_bin2hex(head.data(), head.size(), reinterpret_cast<const unsigned char*>(digest.data()),
                   digest.size());
    head.pop_back();  // its NUL
  });
  return head;
}

}  // namespace vigie
