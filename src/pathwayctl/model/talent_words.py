"""The fixed words of occupations, skills and credentials."""

from __future__ import annotations

from pathwayctl.model.vocabulary import Word


class Education(Word):
    """Typical entry education of an occupation (as the U.S. Bureau of Labor Statistics names it)."""

    NONE = "none", "No formal credential"
    HIGH_SCHOOL = "high-school", "High school diploma or equivalent"
    SOME_COLLEGE = "some-college", "Some college, no degree"
    CERTIFICATE = "certificate", "Postsecondary nondegree award"
    ASSOCIATE = "associate", "Associate’s degree"
    BACHELOR = "bachelor", "Bachelor’s degree"
    MASTER = "master", "Master’s degree"
    DOCTORAL = "doctoral", "Doctoral or professional degree"


class SkillKind(Word):
    """What a KSA is."""

    KNOWLEDGE = "knowledge", "Knowledge"
    SKILL = "skill", "Skill"
    ABILITY = "ability", "Ability"


class SkillLevel(Word):
    """The level of a KSA that is required or taught, lowest first."""

    BASIC = "basic", "Basic"
    WORKING = "working", "Working"
    ADVANCED = "advanced", "Advanced"


class CredentialKind(Word):
    """The credential ladder, from the first to the last (key stakeholders list)."""

    CERTIFICATION = "industry-certification", "Industry certification"
    LEVEL_1 = "level-1-certificate", "Level 1 certificate"
    LEVEL_2 = "level-2-certificate", "Level 2 certificate"
    ASSOCIATE = "associate-degree", "Associate’s degree"
    BACHELOR = "bachelor-degree", "Bachelor’s degree"
    ADVANCED = "advanced-credential", "Advanced credential"


class KsaPurpose(Word):
    """What KSAs are used for (17 steps, step 12)."""

    CURRICULUM = "curriculum", "Curriculum"
    HIRING = "hiring", "Hiring"
    ASSESSMENT = "assessment", "Assessment"
    ADVISING = "advising", "Advising"
    TRAINING = "training", "Training on the job"
