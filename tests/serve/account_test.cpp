// vigie account: the first administrator, who then signs in where the program serves.
#include <gtest/gtest.h>

#include "program/workplace.h"

namespace vigie::program {
namespace {

constexpr const char* add_ann =
    "vigie account add ann --name 'Ann Martin' --email Ann@nova.example";

TEST(Account, the_first_administrator_brings_the_company_and_signs_in) {
  const Workplace place;
  const std::string add = add_ann;
  const Ran none = place.run("echo 'four blue herons' | " + add + "; echo \"ended with $?\"");
  EXPECT_NE(none.output.find("say which company runs this installation"), std::string::npos)
      << none.output;  // company_missing
  EXPECT_NE(none.output.find("ended with 1"), std::string::npos);
  const Ran french = place.run("echo short | " + add + " --company Nova", "fr");
  EXPECT_NE(french.output.find("un mot de passe a de 12 à 256 caractères"), std::string::npos)
      << french.output;
  const Ran added = place.run("echo 'four blue herons' | " + add +
                              " --company 'Éole & fils'; vigie account list");
  EXPECT_NE(added.output.find("administrator added: ann <ann@nova.example>"), std::string::npos)
      << added.output;
  EXPECT_NE(added.output.find("active"), std::string::npos) << added.output;
  const Ran again = place.run("echo 'four blue herons' | " + add);
  EXPECT_NE(again.output.find("\"ann\" is the reference of another"), std::string::npos)
      << again.output;
  const Ran nothing = place.run(add + " </dev/null", "fr");
  EXPECT_NE(nothing.output.find("rien n’a été saisi"), std::string::npos) << nothing.output;
}

TEST(Account, a_password_that_is_set_at_the_machine_opens_the_api) {
  const Workplace place;
  const Ran ran = place.run(
      "echo 'four blue herons' | " + std::string{add_ann} +
      " --company Nova >/dev/null\n"
      "echo 'three green herons' | vigie account password ann\n"
      "echo 'three green herons' | vigie account password bob; echo \"ended with $?\"\n"
      "touch said; vigie serve --listen 127.0.0.1:0 >said 2>log & server=$!\n"
      "for i in $(seq 500); do grep -q :// said && break; sleep 0.02; done\n"
      "address=$(sed 's,.*//,,' said)\n"
      "ask() { exec 3<>/dev/tcp/${address%:*}/${address##*:}; printf \"$1 HTTP/1.1\\r\\nHost: "
      "$address\\r\\n$2Content-Length: ${#3}\\r\\nConnection: close\\r\\n\\r\\n$3\" >&3; cat <&3; "
      "exec 3>&-; echo; }\n"
      "sign_in() { ask 'POST /api/session' 'Content-Type: application/json\\r\\n' "
      "'{\"email\": \"ann@nova.example\", \"password\": \"'\"$1\"'\"}'; }\n"
      "sign_in 'four blue herons' | head -1\n"
      "cookie=$(sign_in 'three green herons' | sed -n 's/^Set-Cookie: \\([^;]*\\).*/\\1/p')\n"
      "ask 'GET /api/session' \"Cookie: $cookie\\r\\n\" ''\n"
      "ask 'GET /api/parties' '' '' | head -1\n"
      "kill -TERM $server; wait $server; echo \"served until $?\"\n"
      "grep -c -e herons -e \"${cookie#*=}\" log\n");
  EXPECT_NE(ran.output.find("password changed, sessions ended: ann"), std::string::npos)
      << ran.output;
  EXPECT_NE(ran.output.find("ended with 1"), std::string::npos) << ran.output;
  EXPECT_NE(ran.output.find("HTTP/1.1 401"), std::string::npos) << ran.output;
  EXPECT_NE(ran.output.find(R"("roles":["administrator"])"), std::string::npos) << ran.output;
  EXPECT_NE(ran.output.find("served until 0\n0\n"), std::string::npos)
      << "no secret in the log: " << ran.output;
}

}  // namespace
}  // namespace vigie::program
